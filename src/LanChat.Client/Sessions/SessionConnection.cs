using Akka.Actor;

namespace LanChat.Client.Sessions;

/// <summary>
/// One connection of a session, from the attempt on; at most one write and one read are under way.
/// </summary>
/// <param name="actor">The <see cref="ConnectionActor"/>.</param>
internal sealed class SessionConnection(IActorRef actor)
{
    public IActorRef Actor => actor;

    /// <summary>Null until the connection is open.</summary>
    public ConnectionState? State { get; private set; }

    /// <summary>Address of the server; null until the connection is open.</summary>
    public string? Ip { get; private set; }

    public bool IsWriting { get; private set; }

    /// <summary>Whether events were requested and have not arrived.</summary>
    public bool IsReading { get; private set; }

    public void Open(string ip, ConnectionState state) => (Ip, State) = (ip, state);

    public void Write(byte[] bytes)
    {
        IsWriting = true;
        actor.Tell(new ConnectionProtocol.Write(bytes));
    }

    public void EndWrite() => IsWriting = false;

    public void ResumeReading()
    {
        IsReading = true;
        actor.Tell(ConnectionProtocol.ResumeReading.Instance);
    }

    public void EndRead() => IsReading = false;

    public void Close() => actor.Tell(ConnectionProtocol.Close.Instance);
}
