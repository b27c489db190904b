/** What the page of the bench asks of its background. */
export interface Question {
  lookUp: string[];
}

/** In milliseconds since the background started. */
export interface Answer {
  /** Its script had run. */
  ready: number;
  heard: number;
  /** How long each look-up took. */
  times: number[];
  /** How many of them found an outlet. */
  listed: number;
}

export function isQuestion(message: unknown): message is Question {
  return typeof message === 'object' && message !== null && 'lookUp' in message && Array.isArray(message.lookUp);
}
