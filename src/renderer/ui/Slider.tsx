import '#renderer/ui/slider.css'
import type { ReactNode } from 'react'
import { Slider as AriaSlider, Label, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'

/** A number between two ends. `onChangeEnd` is for what should not happen on every step of a drag. */
export function Slider({
  label,
  value,
  minValue,
  maxValue,
  step = 1,
  onChange,
  onChangeEnd,
  formatOptions
}: Readonly<{
  label: string
  value: number
  minValue: number
  maxValue: number
  step?: number
  onChange: (value: number) => void
  onChangeEnd?: (value: number) => void
  formatOptions?: Intl.NumberFormatOptions
}>): ReactNode {
  return (
    <AriaSlider<number>
      className="ui-slider"
      value={value}
      minValue={minValue}
      maxValue={maxValue}
      step={step}
      onChange={onChange}
      {...(onChangeEnd === undefined ? {} : { onChangeEnd })}
      {...(formatOptions === undefined ? {} : { formatOptions })}
    >
      <Label className="ui-field-label">{label}</Label>
      <SliderOutput className="ui-slider-output" />
      <SliderTrack className="ui-slider-track">
        <SliderThumb className="ui-slider-thumb" />
      </SliderTrack>
    </AriaSlider>
  )
}
