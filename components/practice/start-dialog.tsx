"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ApiError } from "@/lib/api/api-error";
import type { ScenarioRow } from "@/lib/api/contract/practice";
import { scenariosQuery, startScenario } from "@/lib/api/query";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { FieldError, TextField } from "../ui/field";
import { Select } from "../ui/select";
import { showToast } from "../ui/toast";
import { isoDuration, parseAmount, UNIT_OPTIONS, type Unit } from "./duration";
import { scenarioTitle } from "./scenario-title";

/** How many it touches and for how long; left empty, the scenario decides. It never says which session it broke. */
export function StartDialog({ scenario, onClose }: { scenario: ScenarioRow; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={`Start “${scenarioTitle(scenario.name)}”`}
      description={scenario.summary}
    >
      <StartForm scenario={scenario} onClose={onClose} />
    </Dialog>
  );
}

const NO_NUMBER = "Write a whole number, or leave it empty.";

function StartForm({ scenario, onClose }: { scenario: ScenarioRow; onClose: () => void }) {
  const client = useQueryClient();
  const [count, setCount] = useState("");
  const [amount, setAmount] = useState("");
  const [unit, setUnit] = useState<Unit>("minutes");
  const countBad = count !== "" && parseAmount(count) === null;
  const amountBad = amount !== "" && parseAmount(amount) === null;
  const start = useMutation({
    mutationFn: () => {
      const wanted = { count: parseAmount(count), for: parseAmount(amount) };
      return startScenario(scenario.name, {
        ...(wanted.count === null ? {} : { count: wanted.count }),
        ...(wanted.for === null ? {} : { for: isoDuration(wanted.for, unit) }),
      });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: scenariosQuery().queryKey });
      onClose();
      showToast(`“${scenarioTitle(scenario.name)}” has started.`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!countBad && !amountBad) start.mutate();
  };
  const field = start.error instanceof ApiError ? start.error.field : null;
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {scenario.kind !== "plumbing" && (
        <TextField
          label="How many"
          inputMode="numeric"
          autoComplete="off"
          hint="Sessions or machines it touches"
          placeholder="the scenario decides"
          value={count}
          error={countBad ? NO_NUMBER : field === "count" ? start.error?.message : null}
          onChange={(event) => setCount(event.target.value)}
        />
      )}
      <div className="flex items-end gap-2">
        <TextField
          label="For how long"
          className="flex-1"
          inputMode="numeric"
          autoComplete="off"
          placeholder={scenario.kind === "plumbing" ? "2 minutes" : "until it is ended"}
          value={amount}
          error={amountBad ? NO_NUMBER : field === "for" ? start.error?.message : null}
          onChange={(event) => setAmount(event.target.value)}
        />
        <Select label="Unit" value={unit} options={UNIT_OPTIONS} onChange={setUnit} className="w-28" />
      </div>
      {start.error && field === null && <FieldError>{start.error.message}</FieldError>}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" pending={start.isPending}>
          Start
        </Button>
      </div>
    </form>
  );
}
