/** `2分40秒`, `10秒`, `5分`; at least a second. */
export function chineseDuration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return `${minutes > 0 ? `${minutes}分` : ''}${rest > 0 ? `${rest}秒` : ''}`;
}
