// What a setting of the computer can be set to, by name.

export const languages = ['en', 'zh-CN'] as const;
export const themes = ['system', 'light', 'dark'] as const;
export const densities = ['compact', 'default', 'comfortable'] as const;
export const negativeStyles = ['parentheses', 'minus'] as const;
