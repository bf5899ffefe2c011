using LanChat.Fuzz;
using LanChat.Fuzz.Decoders;
using LanChat.Fuzz.Server;

const int Clean = 0;
const int Found = 1;
const int Unfinished = 2;

var parsed = FuzzOptions.Command(Run).Parse(args);
if (parsed.Errors is not [var wrong, ..]) return await parsed.InvokeAsync();
Console.Error.WriteLine(wrong.Message);
return Unfinished;

static async Task<int> Run(FuzzOptions options)
{
    var report = new Report();
    if (options.Replay is { } seed && options.Only != FuzzOptions.Server)
    {
        var trial = new Trial();
        report.Say($"{trial.TargetOf(seed).Name}: {trial.Read(seed)} messages understood");
        return Clean;
    }

    report.Say($"seed      {options.Seed}");
    var finished = true;
    if (options.Runs(FuzzOptions.Decoders))
        finished &= new DecoderRun(options.Seed, options.Inputs, options.Most, report).Run();
    if (options.Runs(FuzzOptions.Server)) finished &= await new ServerRun(options, report).Run();
    report.Say(
        !report.IsClean
            ? "something was found"
            : finished
            ? "nothing was found"
            : "nothing was found, but not all was done");
    return !report.IsClean ? Found : finished ? Clean : Unfinished;
}
