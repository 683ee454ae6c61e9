import { carriedOut, type Order } from './lock-commands.ts';

/** A process that waits for an order and carries it out: all of a command but the half second in which Node reads the program. */
process.on('message', (message: { order: Order; content: string }) => {
  void carriedOut(message.order, message.content).then((said) => process.send?.(said));
});
process.send?.('ready');
