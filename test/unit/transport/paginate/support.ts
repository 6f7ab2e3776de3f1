import type { IDataObject } from 'n8n-workflow';

export const LIST = { path: '/importers', query: { include: 'list' }, headers: { 'X-Test': 'a' } };

export const objects = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ id: `mprt_${index}` }));
