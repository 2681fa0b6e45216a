function askBoolean({ value, locked, change }) {
  const options = [{ value: true, shown: say.isTrue }, { value: false, shown: say.isFalse }];
  return askOne(options, value, locked, change);
}
