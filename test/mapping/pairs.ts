// Every pair that a document lists or that Nova produces, and what each document makes of it: `-` where it says
// nothing (Rackspace: where only its line for the vm_state covers the pair), `UNKNOWN*` where only the note of
// Huawei Cloud's document does.
// Columns: vm_state, task_state, ECS 2022 and 2019, Huawei Cloud 2024, Rackspace, Nova, whether Nova produces it.

/** What each document makes of one pair. */
export interface PairFacts {
  readonly vmState: string;
  readonly taskState: string | null;
  readonly ecs2022: string;
  readonly huawei2024: string;
  readonly rackspace: string;
  readonly nova: string;
  readonly plausible: boolean;
}

/** Reads a table of pairs, one a line, with white space between the columns. */
export function readPairs(table: string): PairFacts[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [
        vmState = '',
        taskState = '',
        ecs2022 = '',
        huawei2024 = '',
        rackspace = '',
        nova = '',
        plausible,
      ] = line.split(/\s+/);
      return {
        vmState,
        taskState: taskState === 'null' ? null : taskState,
        ecs2022,
        huawei2024,
        rackspace,
        nova,
        plausible: plausible === 'yes',
      };
    });
}

/** Our own copy of the facts. */
export const PAIRS = readPairs(`
active             null                           ACTIVE         ACTIVE             ACTIVE         ACTIVE             yes
active             image_snapshot                 -              UNKNOWN*           -              ACTIVE             yes
active             image_snapshot_pending         -              UNKNOWN*           -              ACTIVE             yes
active             image_pending_upload           -              UNKNOWN*           -              ACTIVE             yes
active             image_uploading                -              UNKNOWN*           -              ACTIVE             yes
active             image_backup                   -              UNKNOWN*           -              ACTIVE             yes
active             updating_password              -              UNKNOWN*           PASSWORD       PASSWORD           yes
active             resize_prep                    -              UNKNOWN*           RESIZE         RESIZE             yes
active             resize_migrating               -              UNKNOWN*           RESIZE         RESIZE             yes
active             resize_migrated                -              UNKNOWN*           RESIZE         RESIZE             yes
active             resize_finish                  -              UNKNOWN*           RESIZE         RESIZE             yes
active             rebooting                      REBOOT         REBOOT             REBOOT         REBOOT             yes
active             reboot_pending                 REBOOT         REBOOT             -              REBOOT             yes
active             reboot_started                 REBOOT         REBOOT             -              REBOOT             yes
active             rebooting_hard                 HARD_REBOOT    HARD_REBOOT        HARD_REBOOT    HARD_REBOOT        yes
active             reboot_pending_hard            HARD_REBOOT    HARD_REBOOT        -              HARD_REBOOT        yes
active             reboot_started_hard            HARD_REBOOT    HARD_REBOOT        -              HARD_REBOOT        yes
active             pausing                        -              UNKNOWN*           -              ACTIVE             yes
active             suspending                     -              UNKNOWN*           -              ACTIVE             yes
active             powering-off                   ACTIVE         ACTIVE             -              ACTIVE             yes
active             rescuing                       -              UNKNOWN*           -              ACTIVE             yes
active             rebuilding                     REBUILD        REBUILD            REBUILD        REBUILD            yes
active             rebuild_block_device_mapping   REBUILD        REBUILD            REBUILD        REBUILD            yes
active             rebuild_spawning               REBUILD        REBUILD            REBUILD        REBUILD            yes
active             migrating                      MIGRATING      MIGRATING          MIGRATING      MIGRATING          yes
active             deleting                       ACTIVE         ACTIVE             -              ACTIVE             yes
active             soft-deleting                  -              UNKNOWN*           -              ACTIVE             yes
active             shelving                       -              UNKNOWN*           -              ACTIVE             yes
active             shelving_image_pending_upload  -              UNKNOWN*           -              ACTIVE             yes
active             shelving_image_uploading       -              UNKNOWN*           -              ACTIVE             yes
active             powering_off                   -              UNKNOWN*           -              ACTIVE             no
building           null                           BUILD          BUILD              BUILD          BUILD              yes
building           scheduling                     BUILD          BUILD              -              BUILD              yes
building           block_device_mapping           BUILD          BUILD              -              BUILD              yes
building           networking                     BUILD          BUILD              -              BUILD              yes
building           spawning                       BUILD          BUILD              -              BUILD              yes
building           deleting                       -              UNKNOWN*           -              BUILD              yes
paused             null                           -              UNKNOWN*           PAUSED         PAUSED             yes
paused             image_snapshot                 -              UNKNOWN*           -              PAUSED             yes
paused             image_snapshot_pending         -              UNKNOWN*           -              PAUSED             yes
paused             image_pending_upload           -              UNKNOWN*           -              PAUSED             yes
paused             image_uploading                -              UNKNOWN*           -              PAUSED             yes
paused             image_backup                   -              UNKNOWN*           -              PAUSED             yes
paused             rebooting_hard                 -              UNKNOWN*           -              PAUSED             yes
paused             reboot_pending_hard            -              UNKNOWN*           -              PAUSED             yes
paused             reboot_started_hard            -              UNKNOWN*           -              PAUSED             yes
paused             unpausing                      -              UNKNOWN*           -              PAUSED             yes
paused             powering-off                   -              UNKNOWN*           -              PAUSED             yes
paused             migrating                      -              UNKNOWN*           -              MIGRATING          yes
paused             deleting                       -              UNKNOWN*           -              PAUSED             yes
paused             soft-deleting                  -              UNKNOWN*           -              PAUSED             yes
paused             shelving                       -              UNKNOWN*           -              PAUSED             yes
paused             shelving_image_pending_upload  -              UNKNOWN*           -              PAUSED             yes
paused             shelving_image_uploading       -              UNKNOWN*           -              PAUSED             yes
suspended          null                           -              UNKNOWN*           SUSPENDED      SUSPENDED          yes
suspended          image_snapshot                 -              UNKNOWN*           -              SUSPENDED          yes
suspended          image_snapshot_pending         -              UNKNOWN*           -              SUSPENDED          yes
suspended          image_pending_upload           -              UNKNOWN*           -              SUSPENDED          yes
suspended          image_uploading                -              UNKNOWN*           -              SUSPENDED          yes
suspended          image_backup                   -              UNKNOWN*           -              SUSPENDED          yes
suspended          rebooting_hard                 -              UNKNOWN*           -              SUSPENDED          yes
suspended          reboot_pending_hard            -              UNKNOWN*           -              SUSPENDED          yes
suspended          reboot_started_hard            -              UNKNOWN*           -              SUSPENDED          yes
suspended          resuming                       -              UNKNOWN*           -              SUSPENDED          yes
suspended          deleting                       -              UNKNOWN*           -              SUSPENDED          yes
suspended          soft-deleting                  -              UNKNOWN*           -              SUSPENDED          yes
suspended          shelving                       -              UNKNOWN*           -              SUSPENDED          yes
suspended          shelving_image_pending_upload  -              UNKNOWN*           -              SUSPENDED          yes
suspended          shelving_image_uploading       -              UNKNOWN*           -              SUSPENDED          yes
stopped            null                           SHUTOFF        SHUTOFF            SHUTOFF        SHUTOFF            yes
stopped            image_snapshot                 -              UNKNOWN*           -              SHUTOFF            yes
stopped            image_snapshot_pending         -              UNKNOWN*           -              SHUTOFF            yes
stopped            image_pending_upload           -              UNKNOWN*           -              SHUTOFF            yes
stopped            image_uploading                -              UNKNOWN*           -              SHUTOFF            yes
stopped            image_backup                   -              UNKNOWN*           -              SHUTOFF            yes
stopped            resize_prep                    RESIZE         RESIZE             -              RESIZE             yes
stopped            resize_migrating               RESIZE         RESIZE             -              RESIZE             yes
stopped            resize_migrated                RESIZE         RESIZE             -              RESIZE             yes
stopped            resize_finish                  RESIZE         RESIZE             -              RESIZE             yes
stopped            rebooting_hard                 -              UNKNOWN*           -              SHUTOFF            yes
stopped            reboot_pending_hard            -              UNKNOWN*           -              SHUTOFF            yes
stopped            reboot_started_hard            -              UNKNOWN*           -              SHUTOFF            yes
stopped            powering-off                   -              UNKNOWN*           -              SHUTOFF            yes
stopped            powering-on                    SHUTOFF        SHUTOFF            -              SHUTOFF            yes
stopped            rescuing                       -              UNKNOWN*           -              SHUTOFF            yes
stopped            rebuilding                     REBUILD        REBUILD            -              REBUILD            yes
stopped            rebuild_block_device_mapping   REBUILD        REBUILD            -              REBUILD            yes
stopped            rebuild_spawning               REBUILD        REBUILD            -              REBUILD            yes
stopped            deleting                       SHUTOFF        SHUTOFF            -              SHUTOFF            yes
stopped            soft-deleting                  -              UNKNOWN*           -              SHUTOFF            yes
stopped            shelving                       -              UNKNOWN*           -              SHUTOFF            yes
stopped            shelving_image_pending_upload  -              UNKNOWN*           -              SHUTOFF            yes
stopped            shelving_image_uploading       -              UNKNOWN*           -              SHUTOFF            yes
stopped            powering_on                    -              UNKNOWN*           -              SHUTOFF            no
rescued            null                           -              UNKNOWN*           RESCUE         RESCUE             yes
rescued            unrescuing                     -              UNKNOWN*           -              RESCUE             yes
rescued            deleting                       -              UNKNOWN*           -              RESCUE             yes
rescued            soft-deleting                  -              UNKNOWN*           -              RESCUE             yes
resized            null                           VERIFY_RESIZE  VERIFY_RESIZE      VERIFY_RESIZE  VERIFY_RESIZE      yes
resized            resize_reverting               REVERT_RESIZE  REVERT_RESIZE      REVERT_RESIZE  REVERT_RESIZE      yes
resized            resize_confirming              -              UNKNOWN*           -              VERIFY_RESIZE      no
resized            powering-off                   -              UNKNOWN*           -              VERIFY_RESIZE      yes
resized            deleting                       -              UNKNOWN*           -              VERIFY_RESIZE      yes
resized            soft-deleting                  -              UNKNOWN*           -              VERIFY_RESIZE      yes
soft-delete        null                           -              UNKNOWN*           -              SOFT_DELETED       yes
soft-delete        deleting                       -              UNKNOWN*           -              SOFT_DELETED       yes
soft-delete        soft-deleting                  -              UNKNOWN*           -              SOFT_DELETED       yes
soft-delete        restoring                      -              UNKNOWN*           -              SOFT_DELETED       yes
deleted            null                           DELETED        DELETED            DELETED        DELETED            yes
error              null                           ERROR          ERROR              ERROR          ERROR              yes
error              resize_migrating               -              UNKNOWN*           -              ERROR              yes
error              rebooting_hard                 -              UNKNOWN*           -              ERROR              yes
error              reboot_pending_hard            -              UNKNOWN*           -              ERROR              yes
error              reboot_started_hard            -              UNKNOWN*           -              ERROR              yes
error              powering-off                   -              UNKNOWN*           -              ERROR              yes
error              rescuing                       -              UNKNOWN*           -              ERROR              yes
error              rebuilding                     REBUILD        REBUILD            -              REBUILD            yes
error              rebuild_block_device_mapping   REBUILD        REBUILD            -              REBUILD            yes
error              rebuild_spawning               REBUILD        REBUILD            -              REBUILD            yes
error              deleting                       ERROR          ERROR              -              ERROR              yes
error              soft-deleting                  -              UNKNOWN*           -              ERROR              yes
error              unshelving                     -              UNKNOWN*           -              ERROR              yes
error              resize_prep                    -              UNKNOWN*           -              ERROR              yes
error              resize_migrated                -              UNKNOWN*           -              ERROR              yes
error              resize_finish                  -              UNKNOWN*           -              ERROR              yes
error              resize_reverting               -              UNKNOWN*           -              ERROR              yes
error              suspending                     -              UNKNOWN*           -              ERROR              yes
error              resuming                       -              UNKNOWN*           -              ERROR              yes
error              unrescuing                     -              UNKNOWN*           -              ERROR              yes
error              reboot_started                 -              UNKNOWN*           -              ERROR              yes
shelved            null                           -              SHELVED            -              SHELVED            yes
shelved            powering-on                    -              UNKNOWN*           -              SHELVED            yes
shelved            deleting                       -              UNKNOWN*           -              SHELVED            yes
shelved            soft-deleting                  -              UNKNOWN*           -              SHELVED            yes
shelved            shelving                       -              SHELVED            -              SHELVED            no
shelved            shelving_image_pending_upload  -              SHELVED            -              SHELVED            no
shelved            shelving_image_uploading       -              SHELVED            -              SHELVED            no
shelved            shelving_offloading            -              UNKNOWN*           -              SHELVED            yes
shelved            unshelving                     -              SHELVED            -              SHELVED            yes
shelved_offloaded  null                           -              SHELVED_OFFLOADED  -              SHELVED_OFFLOADED  yes
shelved_offloaded  spawning                       -              UNKNOWN*           -              SHELVED_OFFLOADED  yes
shelved_offloaded  deleting                       -              UNKNOWN*           -              SHELVED_OFFLOADED  yes
shelved_offloaded  soft-deleting                  -              UNKNOWN*           -              SHELVED_OFFLOADED  yes
shelved_offloaded  shelving_offloading            -              SHELVED_OFFLOADED  -              SHELVED_OFFLOADED  no
shelved_offloaded  unshelving                     -              SHELVED_OFFLOADED  -              SHELVED_OFFLOADED  yes
soft_deleted       null                           -              UNKNOWN*           DELETED        UNKNOWN            no
build              null                           -              UNKNOWN*           -              UNKNOWN            no
`);
