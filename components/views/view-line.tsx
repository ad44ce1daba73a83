import { X } from 'lucide-preact';
import type { Filter } from '../../lib/model';
import { networkTitle } from '../../lib/networks';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import type { ViewProps } from '../shared/view-address';
import { accountParts, usePostSources } from './sources';

/** What is left out at the moment, each with a way to have it back. */
export function ViewLine({ view, month }: ViewProps) {
	const { t } = useTexts();
	const titles = new Map(accountParts(usePostSources()).map(({ key, title }) => [key, title]));
	const { filter } = view;
	const { networks, accounts, media, withoutReplies, withoutReposts } = filter;
	const without = (name: keyof Filter): Filter => {
		const { [name]: _, ...rest } = filter;
		return rest;
	};
	const parts: readonly { name: keyof Filter; said: string }[] = [
		...(networks
			? [{ name: 'networks' as const, said: networks.map(networkTitle).join(', ') }]
			: []),
		...(accounts
			? [
					{
						name: 'accounts' as const,
						said: accounts.map((one) => titles.get(one) ?? one).join(', '),
					},
				]
			: []),
		...(media ? [{ name: 'media' as const, said: t('filterMedia') }] : []),
		...(withoutReplies ? [{ name: 'withoutReplies' as const, said: t('filterNoReplies') }] : []),
		...(withoutReposts ? [{ name: 'withoutReposts' as const, said: t('filterNoReposts') }] : []),
	];
	return (
		<>
			<span>{t('filterOnly')}</span>
			<ul aria-label={t('filterActive')}>
				{parts.map(({ name, said }) => (
					<li key={name}>
						<a
							class="chip"
							href={hrefs.timeline(month, { ...view, filter: without(name) })}
							title={t('filterRemove', { filter: said })}
						>
							<bdi>{said}</bdi>
							<X size={14} aria-hidden="true" />
							<span class="unseen">{t('filterTakeOff')}</span>
						</a>
					</li>
				))}
			</ul>
		</>
	);
}
