using System.CommandLine;
using System.Globalization;
using LanChat.Protocol;
using LanChat.Server.Control;
using LanChat.Server.Settings;
using LanChat.Texts;

namespace LanChat.Server.Cli;

/// <summary>
/// Commands for a running server, over its control socket: <c>do</c> runs one of the server's
/// console, <c>owner</c> makes a code by which somebody becomes an owner.
/// </summary>
internal static class ControlCommand
{
    private const int Refused = 1;
    private const int NotRunning = 3;

    public static IEnumerable<Command> For(ServerOptions options) => [Do(options), Owner(options)];

    /// <summary>Runs a command; returns the exit code, or null if no server runs.</summary>
    public static int? TryRun(ServerSettings settings, string command, string? room = null)
    {
        try
        {
            return ControlClient.Send(settings, new ControlRequest(command, room)) is { } reply
                ? Print(settings, reply)
                : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            var text = cause is IOException ? ControlTexts.NoAnswer : ControlTexts.NotYours;
            Console.Error.WriteLine($"lanchat-server: {text}");
            return NotRunning;
        }
    }

    private static int Run(ServerSettings settings, string command, string? room)
    {
        if (TryRun(settings, command, room) is { } code) return code;
        Console.Error.WriteLine($"lanchat-server: {ControlTexts.NotRunning(settings.Room.Name.Text)}");
        return NotRunning;
    }

    private static Command Do(ServerOptions options)
    {
        var text = new Argument<string[]>("COMMAND")
        {
            Description = ControlTexts.Command,
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("do", ControlTexts.DoPurpose) { text, options.Room };
        command.SetAction(parsed =>
        {
            var words = parsed.GetRequiredValue(text);
            if (words is ["help"])
            {
                Console.WriteLine(ControlTexts.DoPurpose);
                return 0;
            }

            var settings = ServerSettings.Read(options.Settings(parsed));
            return Run(settings, string.Join(' ', words), options.RoomNameOf(parsed));
        });
        return command;
    }

    private static Command Owner(ServerOptions options)
    {
        var command = new Command("owner", ControlTexts.OwnerPurpose);
        command.SetAction(parsed => Run(ServerSettings.Read(options.Settings(parsed)), "owner", room: null));
        return command;
    }

    private static int Print(ServerSettings settings, RoomEvent reply)
    {
        switch (reply)
        {
            case RoomEvent.Refused { Reason: var reason } when reason.Is(Refusal.UnknownCommand):
                Console.Error.WriteLine($"lanchat-server: {ControlTexts.DoUnknown}");
                return Refused;
            case RoomEvent.Refused { Reason: var reason }:
                Console.Error.WriteLine($"lanchat-server: {RefusalTexts.Of(reason.Code, reason.Text)}");
                return Refused;
            case RoomEvent.RoomsListed listed:
                foreach (var room in listed.Rooms)
                {
                    var entry = RoomSettings.NameOf(room.Entry);
                    Console.WriteLine(string.Join('\t', room.Name, room.Members, entry, room.Topic));
                }

                return 0;
            case RoomEvent.MembersShown shown:
                foreach (var member in shown.Members) Console.WriteLine($"{member.Nickname}\t{member.Address.Ip}");
                return 0;
            case RoomEvent.InvitationGiven { Room: "" } owner:
                Console.WriteLine(OwnerLine.For(
                    settings, OwnerLine.WebOf(settings), owner.Code, withCode: !Console.IsOutputRedirected));
                return 0;
            case RoomEvent.InvitationGiven given:
                Console.WriteLine(ControlTexts.Invitation(
                    given.Code, given.Uses, given.Until.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
                return 0;
            case AccountEvent.LinkCodeGiven link:
                Console.WriteLine(ControlTexts.LinkCode(link.Code, (int)link.Lifetime.TotalMinutes));
                return 0;
            default: return 0;
        }
    }
}
