using System.Collections;

namespace Akka.IO;

public partial class Tcp
{
    /// <summary>An acknowledgement that says: send me none.</summary>
    public class NoAck(object? token) : Event
    {
        public static readonly NoAck Instance = new(null);

        public object? Token => token;

        public override string ToString() => $"NoAck({Token})";
    }

    public abstract class WriteCommand : Command
    {
        public CompoundWrite Prepend(SimpleWriteCommand other) => new(other, this);

        public WriteCommand Prepend(IEnumerable<WriteCommand> writes) => writes.Reverse().Aggregate(this, (rest, write) => write switch
        {
            SimpleWriteCommand simple => rest.Prepend(simple),
            CompoundWrite compound => rest.Prepend(compound),
            _ => throw new ArgumentException($"{write} is neither a simple nor a compound write", nameof(writes)),
        });

        public static WriteCommand Create(IEnumerable<WriteCommand> writes) => Write.Empty.Prepend(writes);

        public static WriteCommand Create(params WriteCommand[] writes) => Create((IEnumerable<WriteCommand>)writes);
    }

    public abstract class SimpleWriteCommand : WriteCommand
    {
        /// <summary>Sent back when the operating system has taken all of the data.</summary>
        public abstract Event Ack { get; }

        public bool WantsAck => Ack is not NoAck;

        public CompoundWrite Append(WriteCommand that) => that.Prepend(this);
    }

    /// <summary>Writes are sent in the order in which they come; those that wait for the one before them are sent together.</summary>
    public class Write : SimpleWriteCommand
    {
        public static readonly Write Empty = new(ByteString.Empty, NoAck.Instance);

        private Write(ByteString data, Event ack)
        {
            Data = data;
            Ack = ack;
        }

        public ByteString Data { get; }

        public override Event Ack { get; }

        public static Write Create(ByteString data) => data.IsEmpty ? Empty : new Write(data, NoAck.Instance);

        public static Write Create(ByteString data, Event? ack) => new(data, ack ?? NoAck.Instance);

        public override string ToString() => $"Write(bytes: {Data.Count}, ack: {Ack})";
    }

    /// <summary>Several writes as one command, each with its own acknowledgement.</summary>
    public class CompoundWrite(SimpleWriteCommand head, WriteCommand tailCommand) : WriteCommand, IEnumerable<SimpleWriteCommand>
    {
        public SimpleWriteCommand Head => head;

        public WriteCommand TailCommand => tailCommand;

        public IEnumerator<SimpleWriteCommand> GetEnumerator()
        {
            WriteCommand rest = this;
            for (; rest is CompoundWrite compound; rest = compound.TailCommand)
                yield return compound.Head;
            yield return (SimpleWriteCommand)rest;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override string ToString() => $"CompoundWrite({Head}, {TailCommand})";
    }
}
