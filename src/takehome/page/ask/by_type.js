const ASK = {
  text: askText, short: askShort, choice: askChoice, multi: askMulti,
  boolean: askBoolean, number: askNumber, order: askOrder, cloze: askCloze,
};
