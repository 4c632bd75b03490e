import type { Metadata } from "next";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { CustomerList } from "./customer-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "customers")("title") };
}

export default function Page() {
  return <CustomerList />;
}
