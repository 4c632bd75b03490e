import { getCustomer } from "@/lib/customers/get-customer";
import { readAvatar } from "@/lib/pictures/avatar";
import { byId } from "./fields";
import { route } from "./route-line";
import { customer } from "./shapes";

export const customers = [
  route("GET /customers/{id}", {
    permission: "customer.read",
    summary: "A customer with their addresses and the conversations that I may see",
    params: byId,
    response: customer,
    run: (actor, { params }) => getCustomer(actor, { customerId: params.id, exceptId: null }),
  }),

  route("GET /customers/{id}/avatar", {
    permission: "customer.read",
    summary: "A customer's picture, served by us",
    params: byId,
    produces: "image/*",
    async run(actor, { params }) {
      const { contentType, bytes } = await readAvatar(actor, { customerId: params.id });
      return new Response(Buffer.from(bytes), {
        headers: {
          "content-type": contentType,
          "content-security-policy": "default-src 'none'; sandbox",
          "x-content-type-options": "nosniff",
          "cache-control": "private, max-age=86400",
        },
      });
    },
  }),
];
