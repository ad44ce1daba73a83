import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Settings } from '../../lib/store';

const SettingsContext = createContext<Settings | undefined>(undefined);
export const SettingsProvider = SettingsContext.Provider;

export function useSettings(): Settings {
	const settings = useContext(SettingsContext);
	if (!settings) throw new Error('no SettingsProvider above');
	return settings;
}
