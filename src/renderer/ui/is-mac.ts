/** True on a Mac, where keys have signs instead of names. */
export const isMac = navigator.platform.startsWith('Mac')
