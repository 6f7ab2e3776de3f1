/** The Persona-Version that is asked for unless the user chooses another: the newest one whose answers are known here. */
export const DEFAULT_PERSONA_VERSION = '2025-12-08';
