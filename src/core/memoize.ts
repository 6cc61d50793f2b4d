/** So many answers are kept: whatever a feed holds, it does not fill the memory. */
const KEPT = 1000;

/** The same function of a text, which keeps its answers: for what takes its time to tell, and is asked again for the next record. */
export function memoize<Answer>(derive: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size === KEPT) answers.clear();
    const answer = derive(text);
    answers.set(text, answer);
    return answer;
  };
}
