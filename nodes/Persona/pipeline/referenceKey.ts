/**
 * What two reference IDs have in common that Persona takes for the same: it compares them without regard to case, and
 * spaces around one are a typing slip. Empty for no ID.
 */
export function referenceKey(referenceId: string): string {
	return referenceId.trim().toLowerCase();
}
