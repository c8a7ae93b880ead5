/** SolidStart looks for an app here; each page of ours has its own document, so this renders nothing. */
export default function App() {
  return null
}
