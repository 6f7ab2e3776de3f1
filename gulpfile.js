const { readFile, rm } = require('node:fs/promises');
const { build, transform } = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const OUT = 'dist';

/** A package of the host, as n8n-workflow finds it. */
const hostPackage = (name) =>
	`require(require.resolve('${name}', { paths: [require.resolve('n8n-workflow')] }))`;

/**
 * Takes `form-data` and `esprima-next` from the host: the copies that n8n-workflow itself depends on. n8n's Docker image
 * lays packages out the pnpm way, where a plain `require('form-data')` from a community node is not found, and bundling it
 * would bring `http` and `fs` along, which verified nodes may not import. The node also works without `esprima-next`.
 */
const packagesFromHost = {
	name: 'packages-from-host',
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^(form-data|esprima-next)$/ }, ({ path }) => ({
			path,
			namespace: 'host',
		}));
		onLoad({ filter: /^form-data$/, namespace: 'host' }, ({ path }) => ({
			contents: `module.exports = ${hostPackage(path)};`,
		}));
		onLoad({ filter: /^esprima-next$/, namespace: 'host' }, ({ path }) => ({
			contents: `try { module.exports = ${hostPackage(path)}; } catch { module.exports = {}; }`,
		}));
	},
};

/** Makes libraries small; our own code keeps its names. */
const smallLibraries = {
	name: 'small-libraries',
	setup({ onLoad }) {
		onLoad({ filter: /node_modules\/.*\.[cm]?js$/ }, async ({ path }) => {
			const options = { minify: true, legalComments: 'inline', target: 'node20' };
			return { contents: (await transform(await readFile(path, 'utf8'), options)).code };
		});
	},
};

function clean() {
	return rm(OUT, { recursive: true, force: true });
}

function bundle() {
	return build({
		entryPoints: [
			'nodes/Persona/Persona.node.ts',
			'nodes/Persona/PersonaTrigger.node.ts',
			'credentials/PersonaApi.credentials.ts',
		],
		outbase: '.',
		outdir: OUT,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		// The oldest Node that a supported n8n runs on.
		target: 'node20',
		external: ['n8n-workflow', 'luxon'],
		plugins: [packagesFromHost, smallLibraries],
		// The package has to stay below 150 KB, of which indents alone would be a tenth. Names stay as they were written.
		minifyWhitespace: true,
		minifySyntax: true,
		charset: 'utf8',
		legalComments: 'inline',
		logLevel: 'warning',
	});
}

function copyIcons() {
	return src('icons/*.svg').pipe(dest(`${OUT}/icons`));
}

function copyCodex() {
	return src('nodes/**/*.node.json').pipe(dest(`${OUT}/nodes`));
}

/** The licences of what is bundled ask to be passed on with it. */
function copyLicences() {
	const bundled = ['csv-parse', 'csv-stringify'].map((name) => `node_modules/${name}/LICENSE`);
	return src(bundled, { base: 'node_modules' }).pipe(dest(`${OUT}/licenses`));
}

exports.clean = clean;
exports.build = series(clean, parallel(bundle, copyIcons, copyCodex, copyLicences));
exports.default = exports.build;
