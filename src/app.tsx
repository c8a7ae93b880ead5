/** SolidStart looks for an app here; every page of ours has a document of its own, so there is none. */
export default function App() {
  return null
}
