import { useState } from 'preact/hooks';
import { type Generation, newestImport, type Relations } from '../../lib/store';
import type { Key } from '../../lib/texts';
import { OutLink } from '../post/text';
import { accountUrl } from '../shared/addresses';
import { Empty } from '../shared/empty';
import { useTexts } from '../shared/texts';

const KINDS: readonly { kind: keyof Relations; title: Key }[] = [
	{ kind: 'following', title: 'following' },
	{ kind: 'followers', title: 'followers' },
	{ kind: 'blocks', title: 'blocks' },
	{ kind: 'mutes', title: 'mutes' },
];
const STEP = 200;

/** Follows, followers, blocks and mutes: the archive holds numbers only. */
export function RelationsView({ generation }: { generation: Generation }) {
	const { t, number } = useTexts();
	const newest = newestImport(generation.imports);
	const relations = newest && generation.relations[newest.id];
	const [kind, setKind] = useState<keyof Relations>('following');
	if (!relations || KINDS.every((one) => relations[one.kind].length === 0)) {
		return <Empty>{t('noRelations')}</Empty>;
	}
	return (
		<div class="column">
			<p class="quiet">{t('relationsHint')}</p>
			<fieldset class="segments" aria-label={t('relations')}>
				{KINDS.map((one) => (
					<button
						key={one.kind}
						type="button"
						class="chip"
						aria-pressed={one.kind === kind}
						onClick={() => setKind(one.kind)}
					>
						{t(one.title)} <span class="count">{number(relations[one.kind].length)}</span>
					</button>
				))}
			</fieldset>
			<Accounts key={kind} ids={relations[kind]} />
		</div>
	);
}

function Accounts({ ids }: { ids: readonly string[] }) {
	const { t } = useTexts();
	const [shown, setShown] = useState(STEP);
	if (ids.length === 0) return <p class="empty">{t('nothingOfThis')}</p>;
	return (
		<>
			<ul class="accounts">
				{ids.slice(0, shown).map((id) => (
					<li key={id}>
						<OutLink href={accountUrl(id)}>{id}</OutLink>
					</li>
				))}
			</ul>
			{shown < ids.length && (
				<button type="button" class="button" onClick={() => setShown(shown + STEP)}>
					{t('showMoreOf', { count: ids.length - shown })}
				</button>
			)}
		</>
	);
}
