import { useBinaryMode } from './files';

// Test files share n8n-core, which would go on with the mode that the last one had set.
beforeAll(async () => await useBinaryMode('default'));
