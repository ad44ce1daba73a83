import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

// Holds the sources against the message files: every key exists, is used, and gets what it asks for.

type Messages = Record<string, { message: string }>;

const ROOT = new URL('../../', import.meta.url).pathname;
const read = (path: string) => readFileSync(ROOT + path, 'utf8');
const en = JSON.parse(read('public/_locales/en/messages.json')) as Messages;
const de = JSON.parse(read('public/_locales/de/messages.json')) as Messages;

const files = ['components', 'entrypoints', 'lib']
	.flatMap((folder) =>
		readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' }).map(
			(name) => `${folder}/${name}`,
		),
	)
	.filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name));
const sources = files.map((name) =>
	// Without a kind the ending decides: `<T>(…) =>` is an element in one and a function in the other.
	ts.createSourceFile(name, read(name), ts.ScriptTarget.ES2022, true),
);

/** Placeholders by key; of a plural, those of both forms and `count`. */
function wanted(messages: Messages): Map<string, Set<string>> {
	const found = new Map<string, Set<string>>();
	for (const [stored, { message }] of Object.entries(messages)) {
		const key = stored.replace(/_(one|other)$/, '');
		const names = found.get(key) ?? new Set<string>();
		if (key !== stored) names.add('count');
		for (const [, name] of message.matchAll(/\{(\w+)\}/g)) names.add(name ?? '');
		found.set(key, names);
	}
	return found;
}

function each(node: ts.Node, visit: (node: ts.Node) => void): void {
	visit(node);
	ts.forEachChild(node, (child) => each(child, visit));
}

function place(node: ts.Node): string {
	const file = node.getSourceFile();
	return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

const parameters = wanted(en);

test('both languages have the same keys, with the same parameters', () => {
	expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
	expect(wanted(de)).toEqual(parameters);
});

test('plurals come in pairs, keys are camelCase, and nothing is empty', () => {
	for (const messages of [en, de]) {
		for (const [key, { message }] of Object.entries(messages)) {
			expect(key).toMatch(/^[a-z][a-zA-Z0-9]*(_one|_other)?$/);
			expect(message.trim(), key).not.toBe('');
			expect(message, key).not.toMatch(/[–—]/);
			if (key.endsWith('_one')) expect(messages, key).toHaveProperty(`${key.slice(0, -3)}other`);
			if (key.endsWith('_other')) expect(messages, key).toHaveProperty(`${key.slice(0, -5)}one`);
		}
	}
});

test('every key is used', () => {
	const written = new Set<string>();
	for (const source of sources) {
		each(source, (node) => {
			if (ts.isStringLiteralLike(node)) written.add(node.text);
		});
	}
	const config = read('wxt.config.ts');
	const unused = [...parameters.keys()].filter(
		(key) => !written.has(key) && !config.includes(`__MSG_${key}__`),
	);
	expect(unused).toEqual([]);
});

/** All keys that an expression can be: literals and both sides of a choice. Undefined when it is computed. */
function keysOf(node: ts.Expression): string[] | undefined {
	if (ts.isStringLiteralLike(node)) return [node.text];
	if (ts.isParenthesizedExpression(node)) return keysOf(node.expression);
	if (!ts.isConditionalExpression(node)) return undefined;
	const [yes, no] = [keysOf(node.whenTrue), keysOf(node.whenFalse)];
	return yes && no && [...yes, ...no];
}

/** Names that an object gives; undefined when they cannot be read off. */
function namesOf(node: ts.Expression | undefined): string[] | undefined {
	if (!node) return [];
	if (!ts.isObjectLiteralExpression(node)) return undefined;
	const names = node.properties.map((property) => property.name?.getText());
	return names.every((name) => name !== undefined) ? names : undefined;
}

function compare(node: ts.Node, keys: readonly string[], given: readonly string[]): string[] {
	return keys.flatMap((key) => {
		const names = parameters.get(key);
		if (!names) return [`${place(node)}: there is no text ${key}`];
		const same = names.size === given.length && given.every((name) => names.has(name));
		return same ? [] : [`${place(node)}: ${key} wants [${[...names]}], gets [${given}]`];
	});
}

function checkCall(node: ts.CallExpression): string[] {
	const { expression } = node;
	const name = ts.isPropertyAccessExpression(expression)
		? expression.name.text
		: expression.getText();
	const [key, given] = node.arguments;
	if (name !== 't' || !key) return [];
	const keys = keysOf(key);
	// A key from a table takes no parameters, and the compiler knows that it exists.
	if (!keys)
		return given ? [`${place(node)}: a computed key with parameters cannot be checked`] : [];
	const names = namesOf(given);
	return names ? compare(node, keys, names) : [`${place(node)}: parameters must be written out`];
}

/** `<Say text="…" parameters={…} elements={…} />` */
function checkSay(node: ts.JsxSelfClosingElement): string[] {
	if (node.tagName.getText() !== 'Say') return [];
	let keys: string[] = [];
	const given: string[] = [];
	for (const attribute of node.attributes.properties) {
		if (!ts.isJsxAttribute(attribute)) return [`${place(node)}: parameters must be written out`];
		const { initializer } = attribute;
		if (attribute.name.getText() === 'text' && initializer && ts.isStringLiteral(initializer)) {
			keys = [initializer.text];
		} else if (initializer && ts.isJsxExpression(initializer)) {
			given.push(...(namesOf(initializer.expression) ?? ['?']));
		}
	}
	return compare(node, keys, given);
}

/** `{ key: 'problemX', parameters: { … } }`: a text of the model, drawn later by `say`. */
function checkText(node: ts.ObjectLiteralExpression): string[] {
	const properties = new Map<string, ts.Expression>();
	for (const property of node.properties) {
		if (ts.isPropertyAssignment(property))
			properties.set(property.name.getText(), property.initializer);
		else if (ts.isShorthandPropertyAssignment(property))
			properties.set(property.name.text, property.name);
		else return [];
	}
	const key = properties.get('key');
	if (
		!key ||
		!ts.isStringLiteral(key) ||
		[...properties.keys()].some((name) => !/^(key|parameters)$/.test(name))
	)
		return [];
	if (!parameters.has(key.text)) return [`${place(node)}: there is no text ${key.text}`];
	const names = namesOf(properties.get('parameters'));
	return names ? compare(node, [key.text], names) : [];
}

test('every text that is asked for exists and gets the parameters it wants', () => {
	const wrong = sources.flatMap((source) => {
		const found: string[] = [];
		each(source, (node) => {
			if (ts.isCallExpression(node)) found.push(...checkCall(node));
			else if (ts.isJsxSelfClosingElement(node)) found.push(...checkSay(node));
			else if (ts.isObjectLiteralExpression(node)) found.push(...checkText(node));
		});
		return found;
	});
	expect(wrong).toEqual([]);
});

const READ_OUT =
	/^(aria-label|aria-valuetext|aria-roledescription|title|placeholder|alt|label|summary)$/;
/** What is the same in every language. */
const SIGNS = new Set(['ALT']);

function literals(node: ts.Node | undefined): string[] {
	const found: string[] = [];
	if (!node) return found;
	each(node, (child) => {
		// The words of a call's arguments are keys and the like.
		if (ts.isStringLiteralLike(child) && !hasCall(child, node)) found.push(child.text);
		if (ts.isTemplateHead(child) || ts.isTemplateMiddleOrTemplateTail(child))
			found.push(child.text);
	});
	return found;
}

function hasCall(from: ts.Node, to: ts.Node): boolean {
	for (let node = from; node !== to; node = node.parent) {
		if (
			ts.isCallExpression(node) ||
			ts.isElementAccessExpression(node) ||
			ts.isBinaryExpression(node)
		)
			return true;
	}
	return ts.isCallExpression(to);
}

function spoken(node: ts.Node): string[] {
	if (ts.isJsxText(node)) return [node.text];
	if (ts.isJsxAttribute(node) && READ_OUT.test(node.name.getText())) {
		// A component may be given the key of a text; an element draws what it is given.
		const component = /^[A-Z]/.test(node.parent.parent.tagName.getText());
		return literals(node.initializer).filter((words) => !(component && parameters.has(words)));
	}
	if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) {
		const { expression } = node;
		const plain =
			expression && (ts.isStringLiteralLike(expression) || ts.isTemplateExpression(expression));
		return plain ? literals(expression) : [];
	}
	return [];
}

test('no words for people are written into the elements', () => {
	const wrong = sources.flatMap((source) => {
		const found: string[] = [];
		each(source, (node) => {
			for (const words of spoken(node)) {
				if (/\p{L}{2,}/u.test(words) && !SIGNS.has(words.trim())) {
					found.push(`${place(node)}: ${words.trim()}`);
				}
			}
		});
		return found;
	});
	expect(wrong).toEqual([]);
});
