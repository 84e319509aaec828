/** A text as one line of at most `longest` code units: white space and control characters are single spaces, none at its ends. */
export function oneLine(text: string, longest: number): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ')
    .trim()
    .slice(0, longest)
}
