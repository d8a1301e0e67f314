/** A tab that has a database open and does not close it when it is asked to. `asked`: that another wants to delete or upgrade. */
export async function holdUp(name: string): Promise<{ readonly asked: Promise<unknown>; readonly close: () => void }> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = reject;
  });
  const asked = new Promise((resolve) => {
    database.onversionchange = resolve;
  });
  return {
    asked,
    close: () => {
      database.close();
    },
  };
}
