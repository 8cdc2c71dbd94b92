// The provider whose policies are to be changed as soon as the settings are open, as the palette asks for it.

export const wishedPolicies = $state<{ provider: string }>({ provider: '' });
