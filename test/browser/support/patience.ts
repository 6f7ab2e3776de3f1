/** How long the editor may take for one thing, on a busy machine, in milliseconds. */
export const PATIENCE = 60_000;
