'use client'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { Icon } from '@/components/ui/Icon'
import { useMessages } from '@/lib/messages/useMessages'
import { type ExampleName, exampleNames } from './model/examples'

/** Fills the form with a sample the app serves. */
export function ExampleMenu({ disabled, onChoose }: { disabled: boolean; onChoose(name: ExampleName): void }) {
  const { publish: words } = useMessages()
  return (
    <>
      <Button variant="light" disabled={disabled} onClick={() => onChoose('branin')}>
        {words.example.use}
      </Button>
      <Menu position="bottom-end" width="min(22rem, 90vw)">
        <Menu.Target>
          <ActionIcon
            variant="default"
            size={36}
            disabled={disabled}
            aria-label={words.example.more}
            title={words.example.more}
          >
            <Icon name="chevron" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {exampleNames.map((name) => (
            <Menu.Item key={name} onClick={() => onChoose(name)}>
              {words.examples[name].label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
