/** What somebody wrote, short enough to be said back. */
export const shorten = (text: string, most = 60): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
