//! The codes of reading problems, V001 to V099; `explanation/` says at length what each means.

use crate::diagnostic::Code;

pub const SYNTAX: Code = Code(1);
pub const NOT_UTF8: Code = Code(2);
pub const TOO_LARGE: Code = Code(3);
pub const UNKNOWN_KEY: Code = Code(4);
pub const WRONG_TYPE: Code = Code(5);
pub const MISSING_KEY: Code = Code(6);
pub const OUT_OF_RANGE: Code = Code(7);
pub const UNKNOWN_WORD: Code = Code(8);
pub const DUPLICATE_ID: Code = Code(9);
pub const DUPLICATE_LABEL: Code = Code(10);
pub const DUPLICATE_TEXT: Code = Code(11);
pub const BLANK: Code = Code(12);
pub const ID: Code = Code(13);
pub const DURATION: Code = Code(14);
pub const LANGUAGE: Code = Code(15);
pub const PATTERN: Code = Code(16);
pub const NOT_ONE_NEED: Code = Code(17);
pub const WITHOUT_ITS_KEY: Code = Code(18);
pub const RIGHT_OPTIONS: Code = Code(19);
pub const GAP: Code = Code(20);
pub const UNKNOWN_LABEL: Code = Code(21);
pub const ALLOW: Code = Code(22);
pub const TOO_FEW: Code = Code(23);
pub const EMPTY_EXAMPLE: Code = Code(24);
pub const TOO_MANY: Code = Code(25);
