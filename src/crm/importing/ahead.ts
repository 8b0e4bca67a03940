/** The next batch is read and understood while the database has this one. */
export async function* ahead<A, B>(batches: AsyncGenerator<A>, understand: (batch: A) => B): AsyncGenerator<B> {
  const read = async () => {
    const { value, done } = await batches.next()
    return done ? undefined : understand(value)
  }
  try {
    let next = read()
    for (let batch = await next; batch !== undefined; batch = await next) {
      next = read()
      // Its fault is heard when its turn comes.
      next.catch(() => undefined)
      yield batch
    }
  } finally {
    await batches.return(undefined)
  }
}
