import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Lease } from "../entities/lease";
import { EventQueue } from "./event-queue";

function owner(id: string): Lease {
  const timers: Record<string, number> = {};
  return {
    kind: "lease",
    id,
    type: "Launch",
    personId: 1,
    resource: null,
    machineId: null,
    modified: 0,
    expires: 0,
    timers,
  };
}

function set(queue: EventQueue, entity: Lease, timer: string, at: number): void {
  (entity.timers as Record<string, number>)[timer] = at;
  queue.push(entity, timer, at);
}

function drain(queue: EventQueue, until: number): string[] {
  const seen: string[] = [];
  for (let due = queue.peekDue(until); due; due = queue.peekDue(until)) {
    queue.take(due);
    seen.push(`${due.at} ${due.owner.id} ${due.timer}`);
  }
  return seen;
}

const event = fc.record({ id: fc.constantFrom("a", "b", "c"), timer: fc.constantFrom("x", "y"), at: fc.nat(20) });

describe("EventQueue", () => {
  it("pops each timer once, at its last set instant, in a total order", () => {
    void fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const queue = new EventQueue();
        const owners = new Map(["a", "b", "c"].map((id) => [id, owner(id)]));
        const last = new Map<string, string>();
        for (const { id, timer, at } of events) {
          set(queue, owners.get(id) ?? owner(id), timer, at);
          last.set(`${id} ${timer}`, `${String(at).padStart(2, "0")} ${id} ${timer}`);
        }
        const expected = [...last.values()].sort().map((line) => line.replace(/^0/, ""));
        expect(drain(queue, 20)).toEqual(expected);
      }),
    );
  });

  it("leaves what is due later", () => {
    const queue = new EventQueue();
    const one = owner("a");
    set(queue, one, "x", 5);
    set(queue, one, "y", 9);
    expect(drain(queue, 5)).toEqual(["5 a x"]);
    expect(drain(queue, 9)).toEqual(["9 a y"]);
  });

  it("forgets a timer that was cleared", () => {
    const queue = new EventQueue();
    const one = owner("a");
    set(queue, one, "x", 5);
    one.timers = {};
    expect(drain(queue, 10)).toEqual([]);
  });
});
