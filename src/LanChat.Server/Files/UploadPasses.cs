using System.Collections.Concurrent;
using Akka.Actor;
using LanChat.Protocol;

namespace LanChat.Server.Files;

/// <summary>Who may upload in the name of whom: each rich client is given a pass when it enters, good as long as it is connected.</summary>
/// <param name="web">Tells where files are uploaded to; null when nowhere.</param>
/// <param name="most">The most bytes of a file.</param>
internal sealed class UploadPasses(Func<WebDoor?> web, long most)
{
    private readonly ConcurrentDictionary<string, IActorRef> _holders = new();

    /// <summary>Where files are uploaded to and fetched from; null when nowhere.</summary>
    public WebDoor? Web => web();

    /// <summary>Gives a connection its pass; null when nothing can be uploaded.</summary>
    public FileOffer? Issue(IActorRef connection)
    {
        if (web() is not { } open || most == 0) return null;
        var pass = FileLink.NewToken();
        _holders[pass] = connection;
        return new FileOffer(open, pass, most);
    }

    public void Withdraw(string pass) => _holders.TryRemove(pass, out _);

    public IActorRef? HolderOf(string pass) => _holders.GetValueOrDefault(pass);
}
