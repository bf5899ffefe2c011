using Akka.Actor;
using LanChat.Protocol;
using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Broadcasts;
using LanChat.Server.Rooms;

namespace LanChat.Server.Control;

/// <summary>Runs the commands of the server's console, which may do everything.</summary>
/// <param name="rooms">The room manager.</param>
internal sealed class ControlCommands(IActorRef rooms)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Runs a command; returns the reply.</summary>
    public async Task<RoomEvent> RunAsync(ControlRequest request)
    {
        var (word, rest) = Split(request.Command.TrimStart(' ', '/'));
        var (second, argument) = Split(rest);
        return (word, second) switch
        {
            ("owner", "") => await MakeOwnerCodeAsync(),
            ("names", "forget") when argument.Length > 0 => await ForgetAsync(argument),
            ("accounts", "relink") when argument.Length > 0 => await MakeLinkCodeAsync(argument),
            ("who", "") => await AskAsync(request.Room, new ClientMessage.List()),
            _ => RoomCommands.Understand($"/{word}", rest) switch
            {
                null or ClientMessage.SwitchRoom or ClientMessage.ClaimServer => Refused(Refusal.UnknownCommand),
                ClientMessage.Invalid invalid => Refused(invalid.Reason),
                var command => await AskAsync(request.Room, command),
            },
        };
    }

    private async Task<RoomEvent> AskAsync(string? room, ClientMessage command)
    {
        var reply = await rooms.Ask<Batch>(new RoomManagerProtocol.Command(room, command), Timeout);
        return reply.Events[0];
    }

    private async Task<RoomEvent> ForgetAsync(string nickname)
    {
        var reply = await rooms.Ask<RoomManagerProtocol.NickForgotten>(
            new RoomManagerProtocol.ForgetNick(nickname), Timeout);
        return reply.WasRegistered ? Done : Refused(Refusal.NobodyOfThatName);
    }

    private async Task<RoomEvent> MakeLinkCodeAsync(string nickname)
    {
        var reply = await rooms.Ask<Batch>(new RoomManagerProtocol.MakeLinkCode(nickname), Timeout);
        return reply.Events[0];
    }

    private async Task<RoomEvent> MakeOwnerCodeAsync()
    {
        var made = await rooms.Ask<RoomManagerProtocol.OwnerCodeMade>(
            new RoomManagerProtocol.MakeOwnerCode(IsFirst: false), Timeout);
        return new RoomEvent.InvitationGiven(made.Code!, "", Uses: 1, DateTime.Now.AddDays(1)) { Server = Nowhere };
    }

    private static PeerAddress Nowhere => new("0.0.0.0", 0);

    private static RoomEvent.Done Done => new(Nowhere, DateTime.Now);

    private static RoomEvent.Refused Refused(Refusal reason) => new(reason, Nowhere, DateTime.Now);

    private static (string Word, string Text) Split(string text)
    {
        var trimmed = text.Trim();
        var space = trimmed.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (trimmed, "") : (trimmed[..space], trimmed[(space + 1)..].Trim());
    }
}
