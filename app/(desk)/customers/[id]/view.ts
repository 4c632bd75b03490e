import type { Api } from "@/app/api/v1/index";

export type Customer = Api["GET /customers/{id}"]["response"];
