import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Account, AccountUri, PostUri, Rule, Text } from '../../lib/model';
import { report } from '../../lib/people';
import { server } from '../../lib/sessions';
import { useMe } from '../shared/me';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

type Category = 'spam' | 'legal' | 'violation' | 'other';
const CATEGORIES = [
	{ category: 'spam', text: 'reportSpam' },
	{ category: 'violation', text: 'reportViolation' },
	{ category: 'legal', text: 'reportLegal' },
	{ category: 'other', text: 'reportOther' },
] as const satisfies readonly { category: Category; text: string }[];

type ReportFormProps = {
	by: AccountUri;
	author: Account;
	post: PostUri;
	/** `done`: the report was sent. */
	close(done: boolean): void;
};

/** Tells the moderators of my server, and if wished those of the author's, about a post. */
export function ReportForm({ by, author, post, close }: ReportFormProps) {
	const { t, say } = useTexts();
	const id = useId();
	const dialog = useRef<HTMLDialogElement>(null);
	const me = useMe().of(by);
	const host = me?.host ?? '';
	const { value: home } = useLoad(host, () => server(host), ['servers']);
	const [category, setCategory] = useState<Category>('spam');
	const [rules, setRules] = useState<readonly string[]>([]);
	const [comment, setComment] = useState('');
	const [forward, setForward] = useState(false);
	const [problem, setProblem] = useState<Text>();
	const [sending, setSending] = useState(false);
	useEffect(() => dialog.current?.showModal(), []);
	const elsewhere = author.handle.split('@')[1] !== host;
	const send = () => {
		setSending(true);
		const told = { posts: [{ post }], comment, category, rules, forward };
		report(by, author.key, told).then(
			() => close(true),
			(error: unknown) => {
				setSending(false);
				const text = textOf(error);
				if (!text) reportError(error);
				setProblem(text ?? { key: 'actionFailed' });
			},
		);
	};
	return (
		<dialog ref={dialog} class="dialog" aria-labelledby={id} onClose={() => close(false)}>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					send();
				}}
			>
				<h2 id={id}>{t('reportTitle', { handle: `@${author.handle}` })}</h2>
				<p class="quiet">{t('reportWho', { host })}</p>
				<fieldset>
					<legend>{t('reportWhy')}</legend>
					{CATEGORIES.map((one) => (
						<label key={one.category} class="tick">
							<input
								type="radio"
								name="category"
								checked={category === one.category}
								onChange={() => setCategory(one.category)}
							/>
							{t(one.text)}
						</label>
					))}
				</fieldset>
				{category === 'violation' && (
					<Rules rules={home?.rules ?? []} chosen={rules} choose={setRules} />
				)}
				<label>
					{t('reportComment')}
					<textarea
						rows={3}
						maxLength={1000}
						value={comment}
						onInput={(event) => setComment(event.currentTarget.value)}
					/>
				</label>
				{elsewhere && (
					<label class="tick">
						<input
							type="checkbox"
							checked={forward}
							onChange={(event) => setForward(event.currentTarget.checked)}
						/>
						{t('reportForward', { host: author.handle.split('@')[1] ?? '' })}
					</label>
				)}
				{problem && (
					<p class="problem-line" role="alert">
						{say(problem)}
					</p>
				)}
				<div class="actions">
					<button type="submit" class="button primary" disabled={sending}>
						{t('reportSend')}
					</button>
					<button type="button" class="button" onClick={() => dialog.current?.close()}>
						{t('cancel')}
					</button>
				</div>
			</form>
		</dialog>
	);
}

type RulesProps = {
	rules: readonly Rule[];
	chosen: readonly string[];
	choose(rules: readonly string[]): void;
};

function Rules({ rules, chosen, choose }: RulesProps) {
	const { t } = useTexts();
	if (rules.length === 0) return <p class="quiet">{t('reportNoRules')}</p>;
	return (
		<fieldset>
			<legend>{t('reportRules')}</legend>
			{rules.map(({ id, text }) => (
				<label key={id} class="tick" dir="auto">
					<input
						type="checkbox"
						checked={chosen.includes(id)}
						onChange={(event) =>
							choose(
								event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id),
							)
						}
					/>
					{text}
				</label>
			))}
		</fieldset>
	);
}
