// The words of the page, in the language of the browser where there is a table for it.

const WORDS = { en: EN, de: DE };
const SPOKEN = navigator.language.slice(0, 2) in WORDS ? navigator.language.slice(0, 2) : "en";
const say = WORDS[SPOKEN];
document.documentElement.lang = SPOKEN;
