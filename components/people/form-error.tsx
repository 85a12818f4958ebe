import { ApiError } from "@/lib/api/api-error";
import { FieldError } from "../ui/field";

/** The part of an error that belongs to one field; null where it belongs to another or to the form as a whole. */
export function errorOfField(error: Error | null, field: string): string | null {
  return error instanceof ApiError && error.field === field ? error.message : null;
}

/** What is wrong with the form as a whole. `fields` show their own errors themselves. */
export function FormError({ error, fields = [] }: { error: Error | null; fields?: readonly string[] }) {
  if (!error || (error instanceof ApiError && error.field !== null && fields.includes(error.field))) return null;
  return <FieldError>{error.message}</FieldError>;
}
