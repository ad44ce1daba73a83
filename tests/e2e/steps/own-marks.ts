import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Attributes whose values are marks too, as `lookAtElements` notes them. */
const WITH_VALUE = /^(role|rel|target|type|dir|referrerpolicy|name)$/;

/**
 * Every way in which an element is marked by what is written in our own pages, in the words of `lookAtElements`: `p`,
 * `p.quiet`, `p[role]`, `p[role=status]`. What is put together while running (`verdict ${weight}`) is not among them.
 */
export function ownMarks(): ReadonlySet<string> {
	const marks = new Set<string>();
	for (const folder of ['components', 'entrypoints'])
		for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
			if (name.endsWith('.tsx')) look(parse(join(folder, name)), marks);
	return marks;
}

function parse(file: string): ts.SourceFile {
	const text = readFileSync(file, 'utf8');
	return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
}

function look(node: ts.Node, marks: Set<string>): void {
	if (ts.isJsxOpeningLikeElement(node)) {
		const tag = node.tagName.getText();
		if (/^[a-z]/.test(tag)) note(tag, node.attributes, marks);
	}
	ts.forEachChild(node, (child) => look(child, marks));
}

function note(tag: string, attributes: ts.JsxAttributes, marks: Set<string>): void {
	marks.add(tag);
	for (const attribute of attributes.properties) {
		if (!ts.isJsxAttribute(attribute)) continue;
		const name = attribute.name.getText();
		marks.add(`${tag}[${name}]`);
		const words = attribute.initializer ? literals(attribute.initializer) : [];
		if (name === 'class') for (const word of words) marks.add(`${tag}.${word}`);
		if (WITH_VALUE.test(name)) for (const word of words) marks.add(`${tag}[${name}=${word}]`);
	}
}

/** The words of all strings in an expression. */
function literals(node: ts.Node): string[] {
	const own = ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) ? [node.text] : [];
	const inside: string[] = [];
	ts.forEachChild(node, (child) => {
		inside.push(...literals(child));
	});
	return [...own.flatMap((text) => text.split(/\s+/).filter((word) => word !== '')), ...inside];
}
