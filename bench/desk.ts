export async function measureDesk() {
  return [];
}
