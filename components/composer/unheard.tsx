import type { Draft } from '../../lib/model';
import type { Target } from '../../lib/outbox';
import { useTexts } from '../shared/texts';
import { textAt } from './borders';
import { renamed } from './mentions';

/** Whom a text names, place by place, where that is nobody or somebody by another name. */
export function Unheard({ draft, targets }: { draft: Draft; targets: readonly Target[] }) {
	const { t, list } = useTexts();
	const chosen = targets.filter(({ key }) => draft.targets.includes(key));
	const lines = chosen.map((target) => ({
		target,
		host: target.host || target.name,
		...renamed(draft, target, textAt(draft, target.key)),
	}));
	const homes = new Map(Object.entries(draft.homes ?? {}));
	const homeOf = (handle: string) => homes.get(handle.slice(1).toLowerCase()) ?? '';
	const isElsewhere = (handle: string) => !isWhole(handle) && homeOf(handle) !== '';
	const isAnybody = (handle: string) => !isWhole(handle) && homeOf(handle) === '';
	return (
		<div role="status" class="unheard">
			{lines.map(({ target, host, nobody, others }) => (
				<div key={target.key}>
					{nobody.some(isWhole) && (
						<p>{t('mentionPlain', { handle: list(nobody.filter(isWhole)), host })}</p>
					)}
					{nobody.some(isAnybody) && (
						<p>{t('mentionBare', { handle: list(nobody.filter(isAnybody)), host })}</p>
					)}
					{nobody.filter(isElsewhere).map((handle) => (
						<p key={handle}>{t('mentionElsewhere', { handle, home: homeOf(handle), host })}</p>
					))}
					{others.map(({ handle, other }) => (
						<p key={handle}>{t('mentionAs', { handle, other, host })}</p>
					))}
				</div>
			))}
		</div>
	);
}

/** With its server, or as a domain: nobody else can be meant. */
function isWhole(handle: string): boolean {
	return /[@.]/.test(handle.slice(1));
}
