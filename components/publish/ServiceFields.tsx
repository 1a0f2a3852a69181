'use client'
import { Button, Menu } from '@mantine/core'
import { Icon } from '@/components/ui/Icon'
import { Notice } from '@/components/ui/Notice'
import { useMessages } from '@/lib/messages/useMessages'
import classes from './Fields.module.css'
import type { AssetPartProps } from './fieldTypes'
import type { ServiceForm } from './model/form'
import { ServiceCard } from './ServiceCard'
import { useSay } from './useSay'

const most = 8

/** The ways an asset can be used: downloaded, computed on, each with a file and a time limit of its own if need be. */
export function ServiceFields({ form, change, problems }: AssetPartProps) {
  const words = useMessages().publish.services
  const say = useSay()
  const { services } = form
  const set = (index: number, next: ServiceForm) =>
    change({ services: services.map((service, position) => (position === index ? next : service)) })
  const add = (type: ServiceForm['type']) => change({ services: [...services, { type, name: '' }] })
  const download = services.some(({ type }) => type === 'access')
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{words.title}</legend>
      <p className={classes.hint}>{words.lead}</p>
      {services.map((service, index) => (
        <ServiceCard
          // biome-ignore lint/suspicious/noArrayIndexKey: a service is known by its place, on chain too
          key={index}
          position={index + 1}
          form={form}
          service={service}
          problems={problems.services?.[index]}
          onChange={(next) => set(index, next)}
          onRemove={() => change({ services: services.filter((_, position) => position !== index) })}
        />
      ))}
      {problems.serviceCount ? <Notice tone="danger" role="alert" title={say(problems.serviceCount)} /> : null}
      {form.type === 'dataset' && !download && services.length > 0 ? (
        <Notice tone="ok" title={words.computeOnly}>
          {words.computeOnlyHint}
        </Notice>
      ) : null}
      <div>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="default"
              size="xs"
              disabled={services.length >= most}
              leftSection={<Icon name="plus" size={14} />}
            >
              {words.add}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['access', 'compute'] as const).map((type) => (
              <Menu.Item key={type} onClick={() => add(type)}>
                {words.adds[form.type][type]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </fieldset>
  )
}
