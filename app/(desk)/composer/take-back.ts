import { cancelDelivery, withdrawHeld } from "@/app/(desk)/calls";

/** Takes back what was just sent, wherever it stands: on its way, or held for a colleague or its hour. */
export function takeBackSent(sent: { messageId: string; deliveryId: string | null }) {
  return sent.deliveryId === null ? withdrawHeld(sent.messageId) : cancelDelivery(sent.deliveryId);
}
