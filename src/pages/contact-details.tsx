/** Shows how to reach the controller and its Data Protection Officer, or that this is not recorded yet. */
import { For, Show } from "solid-js"
import { type Contact, type Contacts, contactName } from "../../policy/deployment/contacts.ts"

interface Reached {
  readonly contact: Contact
}

/** The page loads nothing from these addresses. */
export const Ways = (props: Reached) => (
  <>
    <Show when={props.contact.email}>{(email) => <> Email: {email()}.</>}</Show>
    <Show when={props.contact.phone}>{(phone) => <> Telephone: {phone()}.</>}</Show>
    <Show when={props.contact.post}>{(post) => <> Post: {post()}.</>}</Show>
    <Show when={props.contact.page}>{(page) => <> Page: {page()}</>}</Show>
  </>
)

const missing = "This is not recorded yet. The survey does not open to children before it is."

const holders = ["controller", "dpo"] as const

export const ContactDetails = (props: { readonly contacts: Contacts }) => {
  const titles = {
    controller: `${contactName("controller", props.contacts)} (the controller)`,
    dpo: "The Data Protection Officer",
  }
  return (
    <ul class="asked">
      <For each={holders}>
        {(holder) => (
          <li>
            <strong>{titles[holder]}</strong>
            <Show when={props.contacts[holder]} fallback={<> {missing}</>}>
              {(contact) => (
                <>
                  {" "}
                  {contact().name}.<Ways contact={contact()} />
                </>
              )}
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
