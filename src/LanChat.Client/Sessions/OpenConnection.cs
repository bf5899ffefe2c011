using Akka.Actor;

namespace LanChat.Client.Sessions;

/// <summary>
/// One connection of a session, from the attempt on: at most one write and one read of it are under
/// way.
/// </summary>
/// <param name="actor">Its <see cref="ConnectionActor"/>.</param>
internal sealed class OpenConnection(IActorRef actor)
{
    public IActorRef Actor => actor;

    /// <summary>What is said on it; null until it is open.</summary>
    public Conversation? Conversation { get; private set; }

    /// <summary>The server's address; null until it is open.</summary>
    public string? Ip { get; private set; }

    public bool IsWriting { get; private set; }

    /// <summary>Whether the next events were asked for and have not arrived.</summary>
    public bool IsReading { get; private set; }

    public void Open(string ip, Conversation conversation) => (Ip, Conversation) = (ip, conversation);

    public void Write(byte[] bytes)
    {
        IsWriting = true;
        actor.Tell(new ConnectionProtocol.Write(bytes));
    }

    public void EndWrite() => IsWriting = false;

    public void ReadOn()
    {
        IsReading = true;
        actor.Tell(ConnectionProtocol.Continue.Instance);
    }

    public void EndRead() => IsReading = false;

    public void Close() => actor.Tell(ConnectionProtocol.Close.Instance);
}
