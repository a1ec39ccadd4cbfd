import { readFileSync, readdirSync } from 'node:fs'
import { build } from 'esbuild'
import { createRuntime } from '/work/wt/edition/build/runtime'
import { isDeepStrictEqual } from 'node:util'
const dir='/work/shared/cases'
async function compile(config:any){
  const paths=(p?:string)=>p===undefined?undefined:p.split('.')
  const conf=`export const configuration = ${JSON.stringify({eventAliases:config.eventAliases??{}, ...(config.body&&{body:{...(config.body.events&&{events:paths(config.body.events)}),...(config.body.event&&{event:paths(config.body.event)})}})})}`
  let text=conf
  if(config.mappings){
    const names=['POS Activity','Recharge Value','Check-In','Add/Redeem','Survey Completion']
    const by:any={},all:any={}
    for(const [k,v] of Object.entries(config.mappings)) if(names.includes(k)) by[k]=v; else all[k]=v
    text=`import { transform } from '@segment/actions-core/mapping-kit'
import { createEventMapper } from '../shared/mapping/mapped'
import { createMapper } from '../shared/mapping/mapping-engine'
const base=${JSON.stringify({eventAliases:config.eventAliases??{}})}
export const configuration = {...base, mapEvent: createEventMapper(createMapper(${JSON.stringify(all)}, transform), {${Object.entries(by).map(([k,v])=>JSON.stringify(k)+': createMapper('+JSON.stringify(v)+', transform)').join(',')}}), mappedNames: ${JSON.stringify(Object.keys(all))} }`
  }
  const r=await build({entryPoints:['/work/wt/edition/functions/on-request.ts'],bundle:true,write:false,format:'iife',globalName:'paytronix',platform:'neutral',mainFields:['module','main'],target:'node20',treeShaking:true,dropLabels:['DOCS','TRACE'],define:{PAYTRONIX_SEGMENT_SOURCE_VERSION:'"0.1.0"'},legalComments:'none',
   alias:{liquidjs:'/work/wt/edition/build/bundle/stubs/liquidjs.ts',os:'/work/wt/edition/build/bundle/stubs/os.ts'},
   plugins:[{name:'c',setup(b){b.onLoad({filter:/functions\/configuration\.ts$/},()=>({contents:text,loader:'ts',resolveDir:'/work/wt/edition/functions'}))}}]})
  return r.outputFiles[0].text+'\nasync function onRequest(request, settings) { return paytronix.onRequest(request, settings) }\n'
}
const like=(call:any,e:any,inner=false):boolean=>Object.entries(e).every(([k,v])=>{
  if(['properties','traits','context'].includes(k)&&!inner) return v&&typeof v==='object'?Object.entries(v as any).every(([a,b])=> a==='traits'? Object.entries(b as any).every(([x,y])=>isDeepStrictEqual(call[k]?.traits?.[x],y)) : isDeepStrictEqual(call[k]?.[a],b)):false
  return isDeepStrictEqual(call[k],v)})
const at=(o:any,p:string)=>p.split('.').reduce((x:any,k)=>x?.[k],o)
const present=(v:any)=>v!==undefined&&!(typeof v==='object'&&v&&Object.keys(v).length===0)
function text(pieces:any[]){return pieces.map(p=>typeof p==='string'?p:Array.from({length:p.times},(_,i)=>p.repeat.replaceAll('#',String(i))).join(p.between??'')).join('')}
function alpha(v:any):any{return Array.isArray(v)?v.map(alpha):v&&typeof v==='object'?Object.fromEntries(Object.keys(v).sort().map(k=>[k,alpha(v[k])])):v}
let fail=0,pass=0
const only=process.argv[2]
const cache=new Map<string,any>()
async function main(){
for(const f of readdirSync(dir).filter(f=>f.endsWith('.json'))){
 if(only&&!f.includes(only))continue
 for(const c of JSON.parse(readFileSync(dir+'/'+f,'utf8')).cases) {
  const key=JSON.stringify(c.config??{})
  let code=cache.get(key); if(!code){code=await compile(c.config??{});cache.set(key,code)}
  const reqs=c.requests??[c.request]; const problems:string[]=[]
  const calls:any[]=[],logs:any[]=[],errs:any[]=[]
  for(const r of reqs){
   const rt=createRuntime(code,{settings:r.settings??{},rules:{deduplication:false,alphabetizedKeys:true,bodyLimit:false} as any})
   const body=r.body!==undefined?JSON.stringify(r.body):r.text??text(r.pieces)
   // parsed form objects
   const headers={'content-type':'application/json',...(r.headers??{})}
   const rec=await rt.receive({body:r.body!==undefined&&headers['content-type'].includes('form')?new URLSearchParams(r.body).toString():body,headers,url:'https://localhost/webhook'+(r.query?'?'+r.query:'')} as any)
   await rt.close()
   calls.push(...rec.calls); logs.push(...rec.logs); if(rec.error) errs.push(rec.error)
   if(!c.expect.rejected&&rec.error) problems.push('error '+JSON.stringify(rec.error))
   if(c.expect.rejected&&(rec.error?.name!==c.expect.rejected)) problems.push('not rejected: '+JSON.stringify(rec.error))
   if(c.expect.rejected&&c.expect.message) for(const m of c.expect.message) if(!rec.error?.message.includes(m)) problems.push('message '+rec.error?.message)
  }
  const e=c.expect
  const of=(t:string)=>calls.filter(x=>x.type===t)
  for(const t of ['track','identify']) if(e[t]){ const got=of(t); if(got.length!==e[t].length) problems.push(`${t} count ${got.length}≠${e[t].length}`); e[t].forEach((w:any,i:number)=>{if(got[i]&&!like(got[i],w)) problems.push(`${t}[${i}] ${JSON.stringify(w)} GOT ${JSON.stringify(got[i])}`)})}
  if(e.some) for(const w of e.some) if(!calls.some(x=>like(x,w))) problems.push('some '+JSON.stringify(w)+' GOT '+JSON.stringify(calls))
  if(e.counts) for(const [t,n] of Object.entries(e.counts)) if(of(t).length!==n) problems.push(`count ${t} ${of(t).length}`)
  const scope=(p:string):[any[],string]=>{const m=/^(track|identify)\[(\d+)\]\.(.*)$/.exec(p); if(m)return [[of(m[1])[+m[2]]],m[3]]; return [p.startsWith('properties')?of('track'):p.startsWith('traits')?of('identify'):calls,p]}
  for(const p of e.absent??[]){const [cs,q]=scope(p); if(cs.some(x=>present(at(x,q)))) problems.push('absent '+p+' '+JSON.stringify(cs.map(x=>at(x,q))))}
  for(const p of e.present??[]){const [cs,q]=scope(p); if(!cs.every(x=>present(at(x,q)))) problems.push('present '+p)}
  const strip=(x:any)=>{const {messageId,anonymousId,...r}=x;return r}
  const all=JSON.stringify([calls.map(strip),logs,errs])
  for(const n of e.nowhere??[]) if(all.includes(JSON.stringify(n).slice(1,-1))) problems.push('nowhere '+n+' '+all.slice(0,600))
  for(const n of e.somewhere??[]) if(!JSON.stringify(calls).includes(n)) problems.push('somewhere '+n+' '+JSON.stringify(calls).slice(0,500))
  const ids=(t:string)=>of(t).map(x=>x.messageId)
  if(e.sameIds) for(const t of ['track','identify']) if(new Set(ids(t)).size>1) problems.push('sameIds '+t)
  if(e.differentIds&&new Set(calls.map(x=>x.messageId)).size!==calls.length) problems.push('differentIds')
  const guest=(x:any)=>x.userId??x.anonymousId
  if(e.sameGuest&&new Set(of('track').map(guest)).size>1) problems.push('sameGuest '+JSON.stringify(of('track').map(guest)))
  if(e.differentGuests&&new Set(of('track').map(guest)).size!==of('track').length) problems.push('differentGuests')
  const lv=(l:string)=>logs.filter(x=>x.level===l)
  if(e.errors!==undefined&&lv('error').length!==e.errors) problems.push('errors '+JSON.stringify(logs))
  if(e.warnings!==undefined&&lv('warn').length!==e.warnings) problems.push('warnings '+JSON.stringify(logs))
  for(const w of e.warned??[]) if(!lv('warn').some((l:any)=>l.text.includes(w))) problems.push('warned '+w+' '+JSON.stringify(logs))
  if(problems.length){fail++;console.log(`✗ ${f}: ${c.what}\n    ${problems.map(p=>p.slice(0,900)).join('\n    ')}`)} else pass++
 }}
console.log(pass,'passed',fail,'failed')
}
void main()
