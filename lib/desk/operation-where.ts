import type { Prisma } from "@/prisma/generated/desk-sqlserver/client";

/** Which operations a query means, as our own database understands it. */
export type OperationWhere = Prisma.OperationWhereInput;
