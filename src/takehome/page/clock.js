// Milliseconds since the start. It never goes back: within one visit the browser's own steady clock holds
// where the machine's is set back; the machine's holds where the steady one slept, and while the page was
// closed.

function runningClock(elapsed, lastSeen) {
  const away = Math.max(0, Date.now() - lastSeen);
  const base = elapsed + away;
  const steady = performance.now();
  const wall = Date.now();
  let latest = base;
  return () => {
    const passed = Math.max(performance.now() - steady, Date.now() - wall);
    latest = Math.max(latest, base + passed);
    return Math.round(latest);
  };
}

// A length of time for people: the two largest units.
function duration(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours > 0) return minutes > 0 ? `${say.hours(hours)} ${say.minutes(minutes)}` : say.hours(hours);
  if (minutes >= 5 || (minutes > 0 && seconds % 60 === 0)) return say.minutes(minutes);
  return minutes > 0 ? `${say.minutes(minutes)} ${say.seconds(seconds % 60)}` : say.seconds(seconds);
}
