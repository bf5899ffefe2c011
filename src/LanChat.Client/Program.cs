using Akka.Actor;
using LanChat.Client.Chat;
using LanChat.Client.Cli;
using LanChat.Client.Completions;
using LanChat.Client.Doctor;
using LanChat.Client.Keys;
using LanChat.Client.PlainText;
using LanChat.Client.Scripting;
using LanChat.Client.Scripting.LineTool;
using LanChat.Client.Settings;
using LanChat.Client.Terminal;
using LanChat.Client.Terminal.Devices;
using LanChat.Client.Terminal.Screens;
using LanChat.Settings;
using LanChat.Texts;

Languages.Use(LanguageChoice.Of(args));

return await CommandLine.RunAsync(
    args,
    async (options, parsed) =>
    {
        var layers = options.Settings(parsed);
        var settings = ClientSettings.Read(layers);
        var discovery = DiscoverySettings.Read(layers);
        var exit = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var chat = new ChatOptions(options.Address(parsed), settings.Nick, ClientSettings.UserName, exit)
        {
            Awaited = options.Awaited(parsed),
            LinkCode = options.LinkCode(parsed),
        };
        var problems = new List<string>();
        var capabilities = Capabilities.Detect(options.IsPlain(parsed));
        var job = capabilities.IsTerminal ? null : LineToolJob.Of(chat.Room, chat.Nick ?? chat.Suggested, exit);
        if (capabilities.HasScreen && options.IsVerbose(parsed) && !Console.IsErrorRedirected)
            throw new SettingsException(ClientTexts.VerboseNeedsAFile);

        using var terminal = new SystemTerminal(settings.View.Wheel);
        return await ActorProgram.RunAsync(layers, options.IsVerbose(parsed), exit.Task, akka =>
        {
            if (job is null) akka.AddChat(WithKey(chat) with { Problems = problems }, View, settings, discovery);
            else akka.AddLineTool(job, settings);
        });

        ChatOptions WithKey(ChatOptions withoutKey)
        {
            if (settings.Key is not { } file) return withoutKey;
            var isNew = !File.Exists(file);
            var key = KeyFile.Open(file, problems.Add);
            return withoutKey with { Key = key, MentionNotice = MentionNotice.Of(file, isNew) };
        }

        Props View(IActorRef chatActor) => capabilities.HasScreen
            ? ViewActor.Props(terminal, new Theme(capabilities.Colors, settings.Theme), settings.View, chatActor)
            : PlainViewActor.Props(
                PlainTerminal.Input, PlainTerminal.Output, settings.View, Echo.Set, chatActor);
    },
    options => [DoctorCommand.Create(options), .. ScriptCommands.For(options), CompletionCommand.Create()]);
