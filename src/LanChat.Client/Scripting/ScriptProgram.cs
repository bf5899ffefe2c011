using System.CommandLine;
using Akka.Actor;
using Akka.Hosting;
using Akka.IO;
using LanChat.Client.Cli;
using LanChat.Client.Keys;
using LanChat.Client.Sessions;
using LanChat.Client.Settings;
using LanChat.Discovery;
using LanChat.Protocol;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>Puts commands together with what they need, and runs them.</summary>
internal sealed class ScriptProgram
{
    /// <summary>The actor of a command that enters a room.</summary>
    /// <param name="server">The room.</param>
    /// <param name="nick">The name to enter by.</param>
    /// <param name="job">Where it prints.</param>
    /// <param name="settings">The client's settings.</param>
    /// <param name="open">How to enter it.</param>
    public delegate Props Errand(
        ServerAddress server, Nick nick, ScriptJob job, ClientSettings settings, SessionFactory open);

    private readonly ScriptOptions _options;
    private readonly ParseResult _parsed;
    private readonly LayeredSettings _layers;
    private readonly ClientSettings _settings;
    private readonly DiscoverySettings _discovery;
    private readonly ScriptJob _job = new(
        DataOutput.Standard, Console.Error, new TaskCompletionSource<int>(
            TaskCreationOptions.RunContinuationsAsynchronously));

    public ScriptProgram(ScriptOptions options, ParseResult parsed)
    {
        (_options, _parsed, _layers) = (options, parsed, options.Client.Settings(parsed));
        (_settings, _discovery) = (ClientSettings.Read(_layers), DiscoverySettings.Read(_layers));
    }

    /// <summary>Enters the room that the options name, and does something there.</summary>
    public Task<int> EnterAsync(Errand errand)
    {
        var (server, search) = _options.Room(_parsed, _discovery);
        var nick = _settings.Nick ?? ClientSettings.UserName
            ?? throw new SettingsException(ClientTexts.NickNeeded);
        return RunAsync(system =>
        {
            var open = system.CreateSessionFactory(_settings, KeyFile.Secondary(_settings.Key));
            Props Enter(ServerAddress room) => errand(room, nick, _job, _settings, open);
            return server is not null ? Enter(server) : SearchActor.Props(search!, _job, Discovery(system), Enter);
        });
    }

    /// <summary>Listens for rooms, and enters none.</summary>
    /// <param name="header">Is printed before the first.</param>
    /// <param name="format">The line for a room, with its end.</param>
    public Task<int> ListenAsync(string header, Func<ListedRoom, string> format)
    {
        var wait = _options.WaitIn(_parsed);
        var settling = _options.SaysWait(_parsed) ? wait : RoomSearch.SettlingAfter(_discovery.Interval);
        return RunAsync(system => RoomsActor.Props(
            _job, new RoomsActor.Patience(settling, wait), header, format, Discovery(system)));
    }

    private Func<IActorRef, Props> Discovery(ActorSystem system)
    {
        var udp = system.Udp();
        return listener => DiscoveryActor.Props(_discovery, _settings.Limits.Rooms, udp, listener);
    }

    private Task<int> RunAsync(Func<ActorSystem, Props> make) => ActorProgram.RunAsync(
        _layers,
        _options.Client.IsVerbose(_parsed),
        _job.Exit.Task,
        akka => akka.WithActors((system, _) => system.ActorOf(make(system), "script")));
}
